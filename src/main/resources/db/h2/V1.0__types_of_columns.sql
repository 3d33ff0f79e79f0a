-- What the two databases call differently: the migrations that follow are the same for both.

-- A document is stored in the row, not as a large object beside it. 1 MiB is also the limit of a request.
create domain document as varchar(1048576);

-- Compared character by character, the same on every database.
create domain sort_key as varchar(200);
