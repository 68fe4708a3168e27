/** What a command cannot do and why, said plainly: no fault of the program, so no stack is printed. Exit status 2. */
export class Refusal extends Error {}
