/**
 * Errors that are sentences: {@link skein.lab.error.UserError} says what somebody can put right,
 * {@link skein.lab.error.Diverged} that training met NaN or infinity. Neither is shown with a stack
 * trace.
 */
package skein.lab.error;
