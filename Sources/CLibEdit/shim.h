#ifndef ZONEBRIDGE_CLIBEDIT_SHIM_H
#define ZONEBRIDGE_CLIBEDIT_SHIM_H

#include <histedit.h>
#include <stdio.h>

/* libedit's setters take a variable number of arguments, which Swift does not import: one function a use. */
static inline EditLine *zb_edit_make(const char *name) { return el_init(name, stdin, stdout, stderr); }

static inline void zb_edit_client(EditLine *el, void *client) { el_set(el, EL_CLIENTDATA, client); }

static inline void *zb_edit_client_of(EditLine *el) {
    void *client = NULL;
    el_get(el, EL_CLIENTDATA, &client);
    return client;
}

static inline void zb_edit_prompt(EditLine *el, char *(*prompt)(EditLine *)) { el_set(el, EL_PROMPT, prompt); }

static inline void zb_edit_editor(EditLine *el, const char *name) { el_set(el, EL_EDITOR, name); }

static inline void zb_edit_function(EditLine *el, const char *name, unsigned char (*body)(EditLine *, int)) {
    el_set(el, EL_ADDFN, name, name, body);
}

static inline void zb_edit_bind(EditLine *el, const char *key, const char *function) {
    el_set(el, EL_BIND, key, function, NULL);
}

/* While a line is edited, ^C is a key like others. */
static inline void zb_edit_keys_only(EditLine *el) { el_set(el, EL_SETTY, "-d", "-isig", NULL); }

static inline void zb_edit_history(EditLine *el, History *entries) { el_set(el, EL_HIST, history, entries); }

static inline void zb_history_size(History *entries, int size) {
    HistEvent event;
    history(entries, &event, H_SETSIZE, size);
    history(entries, &event, H_SETUNIQUE, 1);
}

static inline void zb_history_enter(History *entries, const char *line) {
    HistEvent event;
    history(entries, &event, H_ENTER, line);
}

static const unsigned char zb_edit_newline = CC_NEWLINE;
static const unsigned char zb_edit_refresh = CC_REFRESH;
static const unsigned char zb_edit_redisplay = CC_REDISPLAY;
static const unsigned char zb_edit_beep = CC_REFRESH_BEEP;

#endif
