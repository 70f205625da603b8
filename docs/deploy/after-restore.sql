-- To be run on a restored database before Kally starts on it.
-- A call that was waiting when the backup was made may have been placed since. Counted as placed, it is looked for in KallyAI's
-- list and never dialled again; the person is told what was found.
update calls set stage = 'placing', sent_at = coalesce(due_at, confirmed_at) where stage = 'queued' and not is_planned;
-- A planned call may have been made or cancelled since: its requester is asked again when it is due, and nothing is dialled.
-- One that awaits approval may have been approved since, so it is asked about too; what it is to be called for now is now.
update calls set held = 'restored', due_at = greatest(due_at, now()), due = coalesce(due, jsonb_build_object(
    'date', to_char(now() at time zone 'UTC', 'YYYY-MM-DD'), 'time', to_char(now() at time zone 'UTC', 'HH24:MI'), 'timeZone', 'UTC'))
  where is_planned and held is null;
