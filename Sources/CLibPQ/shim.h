#ifndef ZONEBRIDGE_CLIBPQ_SHIM_H
#define ZONEBRIDGE_CLIBPQ_SHIM_H

#include <libpq-fe.h>
#include <stdint.h>

/* The PG_DIAG_* macros are character literals, which Swift does not import: give them names that it sees. */
static const int32_t zb_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int32_t zb_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int32_t zb_diag_message = PG_DIAG_MESSAGE_PRIMARY;
static const int32_t zb_diag_detail = PG_DIAG_MESSAGE_DETAIL;
static const int32_t zb_diag_hint = PG_DIAG_MESSAGE_HINT;
static const int32_t zb_diag_position = PG_DIAG_STATEMENT_POSITION;
static const int32_t zb_diag_schema = PG_DIAG_SCHEMA_NAME;
static const int32_t zb_diag_table = PG_DIAG_TABLE_NAME;
static const int32_t zb_diag_column = PG_DIAG_COLUMN_NAME;
static const int32_t zb_diag_constraint = PG_DIAG_CONSTRAINT_NAME;

#endif
