export { describeWithKafka } from './describe-with-kafka';
export { freePorts } from './free-ports';
export { startLocalKafka, type LocalKafka, type LocalKafkaOptions } from './start-local-kafka';
