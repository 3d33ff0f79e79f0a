-- The heart: one table for items of every type, one log of what happened to them.

create table content (
    id                   uuid                     primary key,
    type                 varchar(40)              not null,
    kind                 varchar(40),
    slug                 varchar(80)              not null,
    status               varchar(20)              not null,
    visible              boolean                  not null,
    revision             integer                  not null,
    version              integer                  not null,
    created_at           timestamp with time zone not null,
    modified_at          timestamp with time zone not null,
    seq                  bigint                   not null,
    draft                document,
    published            document,
    label                document                 not null,
    title_key            sort_key                 not null,
    languages            varchar(2000)            not null,
    highlight            boolean                  not null,
    source_system        varchar(100),
    source_external_id   varchar(200),
    published_ascending  timestamp with time zone not null,
    published_descending timestamp with time zone not null,
    start_earliest       date                     not null,
    start_descending     date                     not null,
    end_latest           date                     not null,
    begun_by             date                     not null,
    lasted_until         date                     not null,
    coarseness           integer                  not null,
    constraint content_slug unique (type, slug),
    constraint content_source unique (source_system, source_external_id)
);

-- One index per order in which lists are usually asked for; each ends with the id, as every order does. H2 reads an index
-- in its own direction only, so the newest stand first where the newest are asked for.
create index content_by_publication on content (type, visible, published_descending desc, id desc);
create index content_by_time on content (type, visible, start_earliest, coarseness, id);
create index content_by_newest on content (type, visible, start_descending desc, coarseness desc, id desc);
create index content_by_title on content (type, visible, title_key, id);
create index content_by_modification on content (type, visible, modified_at, id);
create index content_by_seq on content (seq);

create table reference (
    owner     uuid        not null references content (id),
    published boolean     not null,
    property  varchar(60) not null,
    role      varchar(60) not null,
    target    uuid        not null references content (id),
    primary key (owner, published, property, role, target)
);
create index reference_by_target on reference (target, published);

create table term (
    owner uuid         not null references content (id),
    name  varchar(60)  not null,
    word  varchar(100) not null,
    primary key (owner, name, word)
);
create index term_by_word on term (name, word);

create table figure (
    owner   uuid           not null references content (id),
    metric  varchar(40)    not null,
    reached numeric(19, 4) not null,
    primary key (owner, metric, reached)
);

create table content_version (
    item_id     uuid                     not null references content (id),
    version     integer                  not null,
    document    document                 not null,
    modified_at timestamp with time zone not null,
    primary key (item_id, version)
);

-- The single row whose lock puts writers in line, so that sequence order is commit order.
create table change_counter (
    id   integer primary key check (id = 1),
    head bigint  not null
);
insert into change_counter (id, head) values (1, 0);

create table change (
    seq           bigint                   primary key,
    type          varchar(40)              not null,
    item_id       uuid                     not null,
    operation     varchar(20)              not null,
    version       integer                  not null,
    changed_at    timestamp with time zone not null,
    actor         varchar(100)             not null,
    replaced_keys document
);
create index change_by_item on change (item_id, seq);
