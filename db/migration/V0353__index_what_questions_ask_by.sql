-- Apart from the columns themselves: building an index only keeps writers out, adding columns keeps readers out, too.
--
-- Few values or small ones: an index of such is small, and alone answers how many there are. Of what is empty none is built, so that
-- there is little to build for copies that were made before; what is not known of compliance is asked for.
create index listed_device_by_version on listed_device (version_key) where version_key is not null;
create index listed_device_by_makers on listed_device (makers) where makers is not null;
create index listed_device_by_models on listed_device (models) where models is not null;
create index listed_device_by_compliance on listed_device (compliant);
create index listed_device_by_registration on listed_device (registered) where registered is not null;
create index listed_device_by_enrolment on listed_device (enrolled) where enrolled is not null;
create index listed_device_by_removal on listed_device (removed_at) where removed_at is not null;
create index listed_device_by_other_names on listed_device using gin (other_names gin_trgm_ops) where other_names is not null;
create index listed_device_not_asked on listed_device (object_id) where not asked;
