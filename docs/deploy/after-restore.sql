-- To be run on a restored database before Kally starts on it.
-- A call that was waiting when the backup was made may have been placed since. Counted as placed, it is looked for in KallyAI's
-- list and never dialled again; the person is told what was found.
update calls set stage = 'placing', sent_at = confirmed_at where stage = 'queued';
