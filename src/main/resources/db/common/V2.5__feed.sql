-- Where copies of what others publish come from. What has a source here is read, and never handed on.
alter table content add harvested_from varchar(100);
