/// What a shell reads to complete our lines: a few lines that ask this program, so that they never grow old.
enum CompletionScript: String, CaseIterable {
    case bash, zsh, fish

    /// Instead of candidates: names of files are wanted.
    static let files = ":files"

    /// One answer a line: the word, a tab, what it means.
    func lines(_ completions: Completions, _ line: PartialLine, _ language: Language) -> [String] {
        guard case .words(let candidates) = completions else { return [Self.files] }
        return candidates.map { candidate in
            let meaning = candidate.meaning.map { "\t" + $0[language] } ?? ""
            return word(candidate.text, line.partial) + meaning
        }
    }

    /// bash takes what follows `=` for a word of its own.
    private func word(_ text: String, _ partial: String) -> String {
        guard self == .bash, partial.hasPrefix("--"), let equals = text.firstIndex(of: "=") else { return text }
        return String(text[text.index(after: equals)...])
    }

    var text: String {
        switch self {
        case .bash:
            #"""
            # bash completion of zonectl: source <(zonectl completion bash)
            _zonectl() {
                local word
                COMPREPLY=()
                while IFS=$'\t' read -r word _; do
                    if [ "$word" = :files ]; then
                        compopt -o filenames 2>/dev/null
                        mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]#=}")
                        return
                    fi
                    COMPREPLY+=("$word")
                done < <("${1/#\~/$HOME}" completion bash --line="${COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null)
            }
            complete -F _zonectl zonectl

            """#
        case .zsh:
            #"""
            #compdef zonectl
            # zsh completion of zonectl: source <(zonectl completion zsh)
            _zonectl() {
                local -a found
                local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
                found=("${(@f)$("${(Q)words[1]/#\~/$HOME}" completion zsh --line="$line" 2>/dev/null </dev/null)}")
                found=("${(@)found:#}")
                if [[ "${found[1]}" == :files ]]; then
                    _files
                    return
                fi
                (( ${#found} )) || return 1
                found=("${(@)found/$'\t'/:}")
                _describe -t zonectl zonectl found
            }
            if [[ "${funcstack[1]}" == _zonectl ]]; then
                _zonectl "$@"
            else
                compdef _zonectl zonectl
            fi

            """#
        case .fish:
            #"""
            # fish completion of zonectl: zonectl completion fish | source
            function __zonectl_complete
                set -l words (commandline -opc)
                set -l line (commandline -cp)
                set -l found ($words[1] completion fish --line="$line" 2>/dev/null </dev/null)
                if test "$found[1]" = :files
                    __fish_complete_path (commandline -ct)
                else if set -q found[1]
                    printf '%s\n' $found
                end
            end
            complete -c zonectl -f -a '(__zonectl_complete)'

            """#
        }
    }
}
