-- The database of Elsa Server, once, as administrator of the cluster (psql -f). It belongs to the role of the Workflow service, whose place it takes;
-- neither sees the other's tables.
\set ON_ERROR_STOP on
CREATE DATABASE dukcapil_elsa;
REVOKE ALL ON DATABASE dukcapil_elsa FROM PUBLIC;
GRANT CONNECT ON DATABASE dukcapil_elsa TO workflow;
ALTER DATABASE dukcapil_elsa SET idle_in_transaction_session_timeout = '60s';
ALTER DATABASE dukcapil_elsa SET tcp_keepalives_idle = '60s';
\connect dukcapil_elsa
REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- Messages and tasks; and Elsa's own tables.
CREATE SCHEMA workflow AUTHORIZATION workflow;
CREATE SCHEMA elsa AUTHORIZATION workflow;
