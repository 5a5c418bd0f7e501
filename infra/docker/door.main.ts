import { openDoor } from './door';

const [port = '', behind = ''] = process.argv.slice(2);
void openDoor(Number(port), Number(behind)).then((door) => {
  process.once('SIGTERM', () => door.close());
});
