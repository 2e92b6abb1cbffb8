-- The practice, hospital or service whose patients a user sees.
alter table app_user add column service text;
