import { HospitalTopics } from './hospital-topics';
import { openKafkaGround, type Doors, type KafkaGround } from './kafka-ground';

/** What the specifications of a suite share: one broker for all, and for each its own topics. */
export interface HospitalSuite {
  readonly broker: KafkaGround;
  readonly hospital: HospitalTopics;
}

/** Called once at the head of a suite; `doors` are asked for when its broker starts. */
export function hospitalSuite(doors: () => Promise<Doors> = () => Promise.resolve({})): HospitalSuite {
  let broker: KafkaGround | undefined;
  let hospital: HospitalTopics | undefined;
  const running = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('asked for before the first specification');
    return part;
  };
  beforeAll(async () => {
    broker = await openKafkaGround(await doors());
  });
  afterAll(() => broker?.close());
  beforeEach(() => {
    hospital = new HospitalTopics(running(broker));
  });
  afterEach(() => hospital?.close());
  return {
    get broker() {
      return running(broker);
    },
    get hospital() {
      return running(hospital);
    },
  };
}
