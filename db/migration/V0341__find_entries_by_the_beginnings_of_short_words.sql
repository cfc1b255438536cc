-- While somebody types 'iPhone-IT-0115', 'iPhone-IT-01' is searched for: its last word is short, and only begins. The portal says so by an
-- asterisk behind it. Other words of one or two characters are meant whole, since too many begin so.
create or replace function audit_search(text) returns tsquery
language sql immutable parallel safe strict
return (
    select string_agg('''' || left(rtrim(word, '*'), 64) || '''' || case when length(word) < 3 and word not like '%*' then '' else ':*' end, ' & ')
    from regexp_split_to_table(lower(left($1, 1000)), '[^[:alnum:]*]+') word where word ~ '^[[:alnum:]]+[*]?$')::tsquery;
