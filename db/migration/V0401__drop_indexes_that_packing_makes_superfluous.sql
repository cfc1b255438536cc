-- One pass over packed devices finds what these did; each run had to build them. Copies that are not packed yet are asked without them
-- until the next run.
drop index listed_device_by_facts;
drop index listed_device_by_removal_kind;
drop index listed_device_by_remover;
drop index listed_device_without_user;
drop index listed_device_by_version_text;
drop index listed_device_by_version;
drop index listed_device_by_makers;
drop index listed_device_by_models;
drop index listed_device_by_compliance;
drop index listed_device_by_registration;
drop index listed_device_by_enrolment;
drop index listed_device_by_removal;
drop index finding_by_device;
