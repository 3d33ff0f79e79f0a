-- How the read of a source that is under way goes on, and how much may come of it without being asked for.
alter table harvest_source add note varchar(500);
alter table harvest_source add pages integer default 0 not null;
alter table harvest_source add bytes bigint default 0 not null;
alter table harvest_source add mark varchar(6000);
alter table harvest_source add most_copies bigint default 20000 not null;
alter table harvest_source add most_bytes bigint default 500000000 not null;
alter table harvest_source add overfull boolean default false not null;
