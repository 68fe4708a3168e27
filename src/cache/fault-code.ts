/** The name that the system has for what kept a call from being done (`ENOENT`); '' of any other fault. */
export const faultCode = (fault: unknown): string => (fault as NodeJS.ErrnoException | undefined)?.code ?? '';
