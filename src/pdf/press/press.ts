/** The printing condition: an ICC profile of the press, checked before anything is separated with it. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import { cacheFolder, keptOr, keyOf } from '../../cache/kept.js';
import { openPictureLibrary, pictureLibrary } from '../../cache/library.js';
import type { Code } from '../../diagnostics/catalogue.js';
import { error, warning } from '../../diagnostics/collector.js';
import type { Outcome, Span } from '../../diagnostics/types.js';
import { DEFLATE, deflate } from '../deflate.js';
import type { Press } from '../types.js';
import { profileFault } from './profile.js';

const STAND_IN = 'cmyk';

/** Loads the press's profile; null: the public-domain one in the picture library, reported as a stand-in. */
export const loadPress = async (
  named: { readonly file: string; readonly span?: Span } | null,
  condition: string,
): Promise<Outcome<Press>> => {
  if (named === null) {
    const message = 'No press profile is named: pictures are separated with a general one as a stand-in.';
    const hint = 'Name the newspaper profile of your printer in paper.yaml.';
    return { value: await standIn(condition), diagnostics: [warning('press-profile-stand-in', message, { hint })] };
  }
  const { file, span } = named;
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return refuse('press-profile-missing', `The press profile ${basename(file)} cannot be read.`, span);
  }
  const fault = profileFault(bytes);
  if (fault) return refuse('press-profile-unfit', `The press profile ${basename(file)} ${fault}.`, span);
  const profileId = keyOf(bytes);
  const packedProfile = await keptOr(PRESSES, keyOf(DEFLATE, profileId), async () => deflate(bytes));
  return {
    value: { profile: bytes, packedProfile, profileId, standIn: false, condition },
    diagnostics: [],
  };
};

const PRESSES = cacheFolder('press');

const refuse = (code: Code, message: string, span?: Span): Outcome<Press> => {
  const hint = 'Name the CMYK output profile of your printer in paper.yaml, or none for the stand-in.';
  return { value: null, diagnostics: [error(code, message, { hint, span })] };
};

/** The picture library's own CMYK profile, kept: a page without pictures needs nothing else of the library. */
const standIn = async (condition: string): Promise<Press> => {
  const profileId = `stand-in of ${pictureLibrary()}`;
  const packedProfile = await keptOr(PRESSES, keyOf(DEFLATE, profileId), async () =>
    deflate(await makeStandInProfile()),
  );
  let profile: Uint8Array | null = null;
  return {
    // Asked for where there are pictures only.
    get profile() {
      profile ??= inflateSync(packedProfile);
      return profile;
    },
    packedProfile,
    profileId,
    standIn: true,
    condition,
  };
};

/** sharp shows its own CMYK profile only in a picture made with it. */
const makeStandInProfile = async (): Promise<Buffer> => {
  const sharp = await openPictureLibrary();
  const one = sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } });
  const made = await one.toColourspace('cmyk').withIccProfile(STAND_IN).jpeg().toBuffer();
  const { icc } = await sharp(made).metadata();
  if (!icc || profileFault(icc)) throw new Error('The picture library has no CMYK profile of its own.');
  return icc;
};
