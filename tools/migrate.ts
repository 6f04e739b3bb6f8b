// Brings the database to the newest schema and gives API, worker and checker their login roles. Run before every start.
import { z } from 'zod';
import { migrate } from '#database/migrate';

const Settings = z.object({
  ADMIN_DATABASE_URL: z.string().min(1),
  PLI_API_PASSWORD: z.string().min(1),
  PLI_WORKER_PASSWORD: z.string().min(1),
  PLI_CHECKER_PASSWORD: z.string().min(1),
});

const settings = Settings.parse(process.env);
await migrate(settings.ADMIN_DATABASE_URL, [
  { name: 'pli_api', password: settings.PLI_API_PASSWORD },
  { name: 'pli_worker', password: settings.PLI_WORKER_PASSWORD },
  { name: 'pli_checker', password: settings.PLI_CHECKER_PASSWORD },
]);
