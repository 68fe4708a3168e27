/** Why the system keeps files from being written, in words. */
import { faultCode } from '../cache/fault-code.js';

/** What a desk can put right. Anything else is a fault of the program. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk’s quota is used up',
  ENOENT: 'a folder on the way to it cannot be made, or was taken away',
  ENOTDIR: 'a file stands where a folder must be',
  EEXIST: 'a file stands where a folder must be',
  EISDIR: 'a folder stands where a file must be',
  ELOOP: 'its links lead in a circle',
  EBUSY: 'it is in use, or a disk of its own',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk has a fault',
  EFBIG: 'no file may be so large there',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/** Why something could not be written, in words; undefined where a desk can do nothing about it. */
export const reasonOf = (fault: unknown): string | undefined => REASONS[faultCode(fault)];
