-- The life of an item: what is to happen at a moment, what ended and why, by which names it has been known, and what
-- was answered to a write that may be repeated.

alter table content add publish_at timestamp with time zone;
alter table content add publish_update_type varchar(10);
alter table content add publish_change_note document;
alter table content add expires_at timestamp with time zone;
alter table content add update_type varchar(10);
alter table content add change_note document;
alter table content add published_by varchar(300);
alter table content add gone_at timestamp with time zone;
alter table content add gone_reason varchar(20);
alter table content add explanation document;
alter table content add successor uuid references content (id);
create index content_by_publish_at on content (publish_at);
create index content_by_expires_at on content (expires_at);

alter table content_version add update_type varchar(10);
alter table content_version add change_note document;
alter table content_version add published_by varchar(300);

-- Since this release every write counts as a revision, and its line says which, and what it touched.
alter table change add revision integer default 0 not null;
alter table change add properties varchar(2000);
update content set revision = (select count(*) from change where change.item_id = content.id);
update change set revision = (select count(*) from change earlier where earlier.item_id = change.item_id and earlier.seq <= change.seq);

-- Every name an item has, had, or is to have: unique per type for good.
create table slug (
    type        varchar(40) not null,
    slug        varchar(80) not null,
    item_id     uuid        not null references content (id),
    ever_public boolean     not null,
    primary key (type, slug)
);
create index slug_by_item on slug (item_id);
insert into slug (type, slug, item_id, ever_public) select type, slug, id, version > 0 from content;

create table acknowledgement (
    actor           varchar(300)             not null,
    idempotency_key varchar(255)             not null,
    fingerprint     varchar(64)              not null,
    item_id         uuid                     not null,
    status          integer                  not null,
    revision        integer                  not null,
    location        varchar(2000),
    body            document                 not null,
    given_at        timestamp with time zone not null,
    primary key (actor, idempotency_key)
);
create index acknowledgement_by_item on acknowledgement (item_id);
create index acknowledgement_by_age on acknowledgement (given_at);

-- What this database says of itself, once.
create table instance (
    id     integer      primary key check (id = 1),
    epoch  uuid         not null,
    secret varchar(100) not null
);
