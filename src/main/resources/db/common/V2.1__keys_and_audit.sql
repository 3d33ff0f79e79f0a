-- Who may write, and who tried to.

-- A key is shown once; what stays is the slow hash of its secret.
create table api_key (
    id         uuid                     primary key,
    name       varchar(100)             not null,
    role       varchar(20)              not null,
    types      varchar(1000)            not null,
    ending     varchar(4)               not null,
    salt       varchar(32)              not null,
    iterations integer                  not null,
    hash       varchar(64)              not null,
    created_at timestamp with time zone not null,
    created_by varchar(300)             not null,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone
);

-- An actor may be the subject of a token from elsewhere, which has up to 255 characters (OpenID Connect Core 1.0, 2).
alter table change alter column actor set data type varchar(300);

-- Refused attempts, of which only the newest are kept.
create sequence refusal_number start with 1 increment by 1;
create table refusal (
    number bigint                   primary key,
    at     timestamp with time zone not null,
    actor  varchar(300)             not null,
    action varchar(200)             not null,
    type   varchar(40),
    item   uuid,
    reason varchar(40)              not null
);

-- The audit trail shows the newest of both first; H2 reads an index in its own direction only.
create index refusal_by_time on refusal (at desc, number desc);
create index change_by_time on change (changed_at desc, seq desc);
