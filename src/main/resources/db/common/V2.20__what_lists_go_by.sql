-- By which rules what lists are sorted and narrowed by was made. Where they are older than those of the service, it is made
-- anew in the background.
alter table instance add indexed_by integer default 0 not null;
