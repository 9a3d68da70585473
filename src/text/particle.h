/* particle.h - what may follow a noun inside its word: the plural 들, chains of
 * particles (조사) and forms of the copula 이다, with their 받침 conditions. */
#ifndef SG_TEXT_PARTICLE_H
#define SG_TEXT_PARTICLE_H

#include "base/str.h"

/* Whether all of rest (the rest of a Hangul run, possibly empty) is 들, particles
 * or copula after a word whose last character is `last` (for the 받침 condition;
 * a digit, Latin letter or hanja allows both forms). Where a particle looks like
 * something written answers hold far more often, the other reading wins: 하고 is
 * one only after 들 and 님 (이용하고 is a verb), 서 only after words of place, and
 * 보고, 론 and a 요 straight after the noun are none. */
bool sg_particle_tail(uint32_t last, struct sg_str rest);

/* The same for a rest that begins with 하고 or 하구 and follows a noun that word ends
 * with: a person by kinship, which no verb is made of (어머니하고; 이용하고 is a verb). */
bool sg_person_tail(struct sg_str word, struct sg_str rest);

#endif
