/* leaks.h - around calls of libraries that keep or lose some bytes of their own, which must
 * not end the tests under LeakSanitizer. Elsewhere these are nothing. */
#ifndef SG_REPORT_LEAKS_H
#define SG_REPORT_LEAKS_H

#if defined(__SANITIZE_ADDRESS__)
#define SG_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SG_SANITIZED 1
#endif
#endif
#ifdef SG_SANITIZED
#include <sanitizer/lsan_interface.h>
#define SG_LEAKS_BEGIN() __lsan_disable()
#define SG_LEAKS_END()   __lsan_enable()
#else
#define SG_LEAKS_BEGIN() ((void)0)
#define SG_LEAKS_END()   ((void)0)
#endif

#endif
