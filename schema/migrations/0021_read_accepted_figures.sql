-- What is hidden of small counts is decided over all peers, whoever asks: the auditor's role reads
-- the figures that count.

grant select on ledger.accepted_revisions to ledger_audit;
