#pragma once
#include <libpq-fe.h>

// libpq gives the codes of error fields as character macros, which Swift does not import.
static const int TZ_DIAG_SEVERITY = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int TZ_DIAG_SQLSTATE = PG_DIAG_SQLSTATE;
static const int TZ_DIAG_MESSAGE_PRIMARY = PG_DIAG_MESSAGE_PRIMARY;
static const int TZ_DIAG_MESSAGE_DETAIL = PG_DIAG_MESSAGE_DETAIL;
static const int TZ_DIAG_MESSAGE_HINT = PG_DIAG_MESSAGE_HINT;
static const int TZ_DIAG_SCHEMA_NAME = PG_DIAG_SCHEMA_NAME;
static const int TZ_DIAG_TABLE_NAME = PG_DIAG_TABLE_NAME;
static const int TZ_DIAG_COLUMN_NAME = PG_DIAG_COLUMN_NAME;
static const int TZ_DIAG_CONSTRAINT_NAME = PG_DIAG_CONSTRAINT_NAME;
