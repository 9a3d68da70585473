/* review_screen.h - the review on a terminal. */
#ifndef SG_CLI_REVIEW_SCREEN_H
#define SG_CLI_REVIEW_SCREEN_H

#include "cli/command.h"
#include "project/review_ui.h"

/* Whether this build can draw on a terminal. */
bool sg_review_screen_there(void);
/* Draws and takes keys until the person quits. */
int sg_review_screen(struct sg_cli *cli, struct sg_review_ui *ui);

#endif
