-- How far everybody who pulls with a key has been given the feed, by what is followed. The place is that of a cursor;
-- absent where nothing was given yet.
create table partner_pull (
    id           uuid                     primary key,
    actor        varchar(300)             not null,
    filter       document                 not null,
    epoch        uuid,
    reached      bigint                   not null,
    started      bigint                   not null,
    last_pull_at timestamp with time zone,
    seen_at      timestamp with time zone not null,
    failures     integer                  not null,
    last_error   varchar(30)
);
create index partner_pull_by_actor on partner_pull (actor, seen_at desc);
