/** What the program does for someone who has not every right. */

const NOBODY = 65_534;

/** Does work without the rights of the superuser, whom none bind: tests run as that in containers. */
export const asNobody = async <T>(work: () => T | Promise<T>): Promise<T> => {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid!(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
};
