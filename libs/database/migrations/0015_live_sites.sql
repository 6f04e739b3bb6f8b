-- A live order is taken only where no machine is simulated: its customer's transaction may see that, and nothing else of a machine.
create policy account on pli.devices for select to pli_account using (site_id in (select site_id from pli.contracts));
grant select (site_id, simulated, retired_at) on pli.devices to pli_account;
