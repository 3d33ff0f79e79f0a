-- What a database has to know to notice that it was restored: whether it is a copy, and where it lived.

alter table instance add restored boolean default false not null;
alter table instance add home varchar(200);
