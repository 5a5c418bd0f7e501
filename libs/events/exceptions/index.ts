export { exceptionGranted, type ExceptionGranted } from './granted.v1';
