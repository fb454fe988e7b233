/** Policies: how an action is chosen from what the network says. */
package skein.rl.policy;
