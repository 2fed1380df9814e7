# Functions that deploy/quickstart, Tests/run and .ci/run share; source it, do not run it.
# shellcheck shell=bash

# A sentence for people: Chinese first, English after it.
say() { printf '%s\n  %s\n' "$1" "$2" >&2; }

# Ends with a sentence and what to do.
refuse() {
    say "无法继续：$1" "cannot go on: $2"
    exit "${3:-78}"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        refuse "需要 root 权限运行：$*" "root is needed for: $* (become root, or install sudo)" 77
    fi
}

is_installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# Installs those of the named Debian packages that are missing. A PostgreSQL that it brings makes no cluster of its own.
install_missing() {
    local missing=() package
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null ||
        refuse "缺少 ${missing[*]}，且没有 apt-get" "missing: ${missing[*]}, and there is no apt-get to install them"
    say "从 Debian 安装：${missing[*]}" "installing from Debian: ${missing[*]}"
    if ! is_installed postgresql-common && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        as_root mkdir -p /etc/postgresql-common
        echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2 ||
        refuse "apt-get update 失败，请检查网络" "apt-get update failed: check the network"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
        -o Dpkg::Options::=--force-confold install "${missing[@]}" >&2 ||
        refuse "apt-get install 失败：${missing[*]}" "apt-get install failed: ${missing[*]}"
}

# What XLSX sheets are read with; without it they are refused with a hint, and their tests are skipped and say so.
install_optional() {
    is_installed xlsx2csv && return
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends xlsx2csv >/dev/null 2>&1 ||
        say "没有 xlsx2csv：XLSX 不能导入，其测试跳过" "no xlsx2csv: XLSX sheets are not read, and their tests are skipped"
}

# What building and running need from Debian, besides the Swift toolchain.
install_requirements() {
    install_missing git pkg-config libpq-dev libedit-dev postgresql-15 util-linux
    install_optional
}

# Puts a Swift toolchain of version 6.3 or later on PATH.
find_swift() {
    if [ -n "${SWIFT_HOME:-}" ]; then PATH="$SWIFT_HOME/usr/bin:$PATH"; fi
    command -v swift >/dev/null ||
        refuse "没有找到 Swift 6.3 工具链（swift.org/install），请加入 PATH 或设 SWIFT_HOME" \
            "no Swift 6.3 toolchain found (swift.org/install): put it on PATH or set SWIFT_HOME"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
    if [ "$(printf '%s\n6.3\n' "$version" | sort -V | head -1)" != 6.3 ]; then
        refuse "Swift 版本是 ${version:-未知}，需要 6.3 或更高" "Swift is ${version:-unknown}, 6.3 or later is needed"
    fi
}
