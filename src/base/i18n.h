/* i18n.h - translated messages. The catalogue is chosen by the program that
 * called setlocale and bindtextdomain; the library only looks texts up.
 * Report labels do not come from here: their language is a project setting
 * (report/labels.h). */
#ifndef SG_BASE_I18N_H
#define SG_BASE_I18N_H

#ifdef ENABLE_NLS
#include <libintl.h>
#define _(s)                    dgettext("saegim", s)
#define sg_plural(one, many, n) dngettext("saegim", one, many, n)
#else
#define _(s)                    (s)
#define sg_plural(one, many, n) ((n) == 1 ? (one) : (many))
#endif
#define N_(s) s

#endif
