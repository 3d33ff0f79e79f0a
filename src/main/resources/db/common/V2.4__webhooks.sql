-- Webhooks: who is told that something changed, how far each has been told, and what became of the messages.

-- Each follows the feed from a place of its own: epoch, reached, started and filters are its cursor. Whoever delivers
-- takes a lease, because nobody may hold a lock while another server thinks. The secret is kept as it is: whoever signs
-- needs it.
create table webhook (
    id              uuid                     primary key,
    owner           varchar(300)             not null,
    name            varchar(100)             not null,
    url             varchar(2000)            not null,
    filters         document                 not null,
    secret          varchar(100)             not null,
    former_secret   varchar(100),
    former_until    timestamp with time zone,
    created_at      timestamp with time zone not null,
    modified_at     timestamp with time zone not null,
    status          varchar(20)              not null,
    reason          varchar(20),
    epoch           uuid                     not null,
    reached         bigint                   not null,
    started         bigint                   not null,
    failures        integer                  not null,
    last_attempt_at timestamp with time zone,
    last_success_at timestamp with time zone,
    last_error      varchar(30),
    due_at          timestamp with time zone not null,
    leased_by       uuid,
    leased_until    timestamp with time zone
);
create index webhook_by_owner on webhook (owner, id);
create index webhook_by_moment on webhook (status, due_at);

-- A message, and every attempt to deliver it. Only the newest of each webhook are kept.
create table webhook_delivery (
    id          uuid                     primary key,
    webhook_id  uuid                     not null references webhook (id) on delete cascade,
    kind        varchar(20)              not null,
    state       varchar(20)              not null,
    created_at  timestamp with time zone not null,
    epoch       uuid                     not null,
    since_seq   bigint                   not null,
    until_seq   bigint                   not null,
    until_start bigint                   not null,
    body        document                 not null,
    attempts    document                 not null
);
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_by_state on webhook_delivery (webhook_id, state);
