-- Devices that Configuration Manager manages beside Intune have suggestions of their own.
alter table suggestion drop constraint suggestion_kind_group_check;
alter table suggestion add constraint suggestion_kind_group_check
    check (kind_group in ('ORDINARY', 'HYBRID', 'AUTOPILOT', 'CO_MANAGED'));
