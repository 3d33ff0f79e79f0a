-- Harvesting: copies of what others publish, where they come from, and how far each source has been read.

-- Copies that an editor does not want to be seen here; what their origin says of them is still followed.
alter table content add hidden boolean default false not null;
create index content_by_source_of_copy on content (harvested_from, id);

-- What copies refer to, and is not here: once it comes, the reference is one.
create table missing_reference (
    owner  uuid not null references content (id),
    target uuid not null,
    primary key (owner, target)
);
create index missing_reference_by_target on missing_reference (target);

-- Whoever pulls takes a lease, because nobody may hold a lock while another server thinks. The key is kept as it is:
-- whoever calls needs it.
create table harvest_source (
    name         varchar(40)              primary key,
    id           uuid                     not null,
    url          varchar(2000)            not null,
    seconds      integer                  not null,
    secret       varchar(500),
    filters      document                 not null,
    configured   boolean                  not null,
    status       varchar(20)              not null,
    place        varchar(6000),
    anew         boolean                  not null,
    rebaselined  boolean                  not null,
    confirmed    boolean                  not null,
    mismatches   integer                  not null,
    failures     integer                  not null,
    runs         integer                  not null,
    last_run     timestamp with time zone,
    last_success timestamp with time zone,
    last_error   varchar(500),
    due_at       timestamp with time zone not null,
    leased_by    uuid,
    leased_until timestamp with time zone
);

-- What came since a source is pulled anew: copies that did not come are gone there.
create table harvest_seen (
    source  varchar(40) not null references harvest_source (name),
    item_id uuid        not null,
    primary key (source, item_id)
);

-- What the origin took back, and is not done here yet: only when all is read it is known how much that is.
create table harvest_removal (
    source      varchar(40) not null references harvest_source (name),
    item_id     uuid        not null,
    reason      varchar(20) not null,
    explanation document,
    successor   uuid,
    primary key (source, item_id)
);

-- What was set aside, at most one entry of each item.
create table harvest_reject (
    id      uuid                     primary key,
    source  varchar(40)              not null references harvest_source (name),
    item_id uuid,
    version integer                  not null,
    at      timestamp with time zone not null,
    faults  document                 not null,
    entry   document                 not null
);
create index harvest_reject_by_source on harvest_reject (source, id desc);
create index harvest_reject_by_item on harvest_reject (source, item_id);
