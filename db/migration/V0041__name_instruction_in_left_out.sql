-- What a device left out would have been suggested with, and the instruction that kept it from it. Null in older rows.
alter table left_out
    add column ownership   text,
    add column kind_group  text,
    add column instruction text,
    add constraint only_instructions_are_named check (instruction is null or reason = 'INSTRUCTION');

create index left_out_by_instruction on left_out (run_id, situation, platform) where instruction is not null;
