/**
 * Errors that are sentences: {@link skein.lab.error.UserError} says what somebody can put right,
 * {@link skein.lab.error.Diverged} that training met NaN or infinity,
 * {@link skein.lab.error.OutOfMemory} that there was too little room. None is shown with a stack
 * trace.
 */
package skein.lab.error;
