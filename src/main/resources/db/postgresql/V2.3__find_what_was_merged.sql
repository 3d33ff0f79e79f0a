-- H2 has this index already: it makes one for every foreign key.
create index content_by_successor on content (successor);
