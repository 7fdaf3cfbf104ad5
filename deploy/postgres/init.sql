-- Runs once, when the cluster is new: one schema and one role per service, and no role sees another's schema.
\set ON_ERROR_STOP on

REVOKE ALL ON DATABASE dukcapil FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

\getenv password DUKCAPIL_INTAKE_PASSWORD
CREATE ROLE intake LOGIN PASSWORD :'password';
\getenv password DUKCAPIL_APPROVAL_PASSWORD
CREATE ROLE approval LOGIN PASSWORD :'password';
\getenv password DUKCAPIL_REGISTRY_PASSWORD
CREATE ROLE registry LOGIN PASSWORD :'password';
\getenv password DUKCAPIL_WORKFLOW_PASSWORD
CREATE ROLE workflow LOGIN PASSWORD :'password';
\getenv password DUKCAPIL_IDENTITY_PASSWORD
CREATE ROLE identity LOGIN PASSWORD :'password';

CREATE SCHEMA intake AUTHORIZATION intake;
CREATE SCHEMA approval AUTHORIZATION approval;
CREATE SCHEMA registry AUTHORIZATION registry;
CREATE SCHEMA workflow AUTHORIZATION workflow;
CREATE SCHEMA identity AUTHORIZATION identity;

GRANT CONNECT ON DATABASE dukcapil TO intake, approval, registry, workflow, identity;

ALTER ROLE intake SET search_path = intake;
ALTER ROLE approval SET search_path = approval;
ALTER ROLE registry SET search_path = registry;
ALTER ROLE workflow SET search_path = workflow;
ALTER ROLE identity SET search_path = identity;

-- A session that died within a transaction would hold its rows, outbox included, until TCP notices: up to two hours.
ALTER DATABASE dukcapil SET idle_in_transaction_session_timeout = '60s';
ALTER DATABASE dukcapil SET tcp_keepalives_idle = '60s';
