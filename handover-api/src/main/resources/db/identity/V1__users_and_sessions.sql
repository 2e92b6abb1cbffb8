-- Who may sign in. Areas are walls: nobody sees or does anything in an area not named here.
create table app_user (
  name text primary key,
  -- Argon2id; absent for users who sign in by link only.
  password text,
  roles text[] not null,
  areas text[] not null,
  -- The one unit that a crew user may report for.
  unit text,
  failures int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);

-- Sessions are opaque: the cookie holds the secret, this table only its hash.
create table session (
  secret_hash bytea primary key,
  user_name text not null references app_user on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);

create index session_by_age on session (created_at);

create table sign_in_link (
  secret_hash bytea primary key,
  user_name text not null references app_user on delete cascade,
  expires_at timestamptz not null,
  -- How often it may still be used.
  uses_left int not null
);

-- Who looked at the words of which incident.
create table record_read (
  at timestamptz not null default now(),
  user_name text not null,
  area text not null,
  incident bigint not null
);
