-- What the two databases call differently: the migrations that follow are the same for both.

create domain document as text;

-- Compared character by character, the same on every database.
create domain sort_key as varchar(200) collate "C";
