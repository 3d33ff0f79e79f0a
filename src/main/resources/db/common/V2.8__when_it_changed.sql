-- When an item took its place in the feed: it stays known after the line of the log that says so is forgotten.
alter table content add changed_at timestamp with time zone;
update content set changed_at = coalesce((select l.changed_at from change l where l.seq = content.seq), modified_at)
where seq > 0;
