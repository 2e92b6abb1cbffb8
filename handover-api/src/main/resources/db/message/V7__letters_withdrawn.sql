-- A letter that its sender has taken back: why, and since when. Its text is shown no more.
alter table practice_inbox
  add column withdrawn text,
  add column withdrawn_at timestamptz;
