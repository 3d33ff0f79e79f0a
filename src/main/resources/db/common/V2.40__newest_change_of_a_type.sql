-- When a list of one type last changed, whatever came, went, or looks different since.
create index content_by_change on content (type, seq desc);
