export { acknowledgementRequested, type AcknowledgementRequested } from './acknowledgement-requested.v1';
export { assignmentRequested, type AssignmentRequested } from './assignment-requested.v1';
export { commentRequested, type CommentRequested } from './comment-requested.v1';
export { responseRequested, type ResponseRequested } from './response-requested.v1';
export { resolutionRequested, type ResolutionRequested } from './resolution-requested.v1';
export { confirmationRequested, type ConfirmationRequested } from './confirmation-requested.v1';
export { reopeningRequested, type ReopeningRequested } from './reopening-requested.v1';
export { snoozeRequested, type SnoozeRequested } from './snooze-requested.v1';
