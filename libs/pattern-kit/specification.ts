/** For specifications alone: events, a policy and a judge in few words. */
export * from './specification/events';
export { judge, type Judgement } from './specification/judge';
export { specifiedPolicy, type SpecifiedPolicy } from './specification/policy';
export { histories, livelyPolicy, years } from './specification/histories';
