/* png.c - SVG figures as PNG, through librsvg and Cairo where the program was built with
 * them; see chart.h.
 *
 * The two bring some forty libraries. Linked, these would take longer to load than most
 * commands take to run; so they are loaded when a figure is to be drawn. */
#include "config.h"

#include "report/chart.h"

#ifdef HAVE_RSVG
#include <dlfcn.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>

#include "report/leaks.h"
#include "text/hangul.h"
#include "text/utf8.h"

#define LIBRSVG "librsvg-2.so.2"

/* What is used of librsvg, and of the libraries that it brings along. */
#define FUNCTIONS(X)                                \
	X(rsvg_handle_new_from_data)                \
	X(rsvg_handle_get_intrinsic_size_in_pixels) \
	X(rsvg_handle_render_document)              \
	X(cairo_image_surface_create)               \
	X(cairo_create)                             \
	X(cairo_surface_write_to_png_stream)        \
	X(cairo_destroy)                            \
	X(cairo_surface_destroy)                    \
	X(g_clear_error)                            \
	X(g_object_unref)                           \
	X(FcNameParse)                              \
	X(FcObjectSetBuild)                         \
	X(FcFontList)                               \
	X(FcFontSetDestroy)                         \
	X(FcObjectSetDestroy)                       \
	X(FcPatternDestroy)

#undef g_object_unref /* a macro in newer headers */

struct drawing {
#define MEMBER(name) __typeof__(name) *name;
	FUNCTIONS(MEMBER)
#undef MEMBER
};

/* The libraries stay loaded: the types that they register cannot be taken back. */
static int load(struct drawing *d, struct sg_error *err)
{
	void *library = dlopen(LIBRSVG, RTLD_NOW | RTLD_LOCAL);

	if (!library)
		return sg_error_set(err, SG_EUSAGE,
			_("PNG figures need librsvg, which is not there (%s); --output "
			  "FIGURE.svg makes SVG"),
			dlerror());
		/* The way of POSIX from an object's address to a function's. */
#define FIND(name)                                  \
	*(void **)&d->name = dlsym(library, #name); \
	if (!d->name)                               \
		return sg_error_set(err, SG_EIO, _("librsvg lacks %s"), #name);
	FUNCTIONS(FIND)
#undef FIND
	return 0;
}

static cairo_status_t keep(void *ctx, const unsigned char *bytes, unsigned n)
{
	sg_buf_add(ctx, (struct sg_str){(const char *)bytes, n});
	return CAIRO_STATUS_SUCCESS;
}

static bool render(const struct drawing *d, RsvgHandle *handle, double scale,
	struct sg_buf *out, GError **error)
{
	double width, height;

	if (!d->rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height))
		return false;
	cairo_surface_t *surface = d->cairo_image_surface_create(CAIRO_FORMAT_RGB24,
		(int)(width * scale + 0.5), (int)(height * scale + 0.5));
	cairo_t *cairo = d->cairo_create(surface);
	RsvgRectangle all = {0, 0, width * scale, height * scale};
	bool ok = d->rsvg_handle_render_document(handle, cairo, &all, error) &&
		  d->cairo_surface_write_to_png_stream(surface, keep, out) ==
			  CAIRO_STATUS_SUCCESS;
	d->cairo_destroy(cairo);
	d->cairo_surface_destroy(surface);
	return ok;
}

/* Whether a font of this machine has Korean letters. */
static bool has_korean(const struct drawing *d)
{
	FcPattern *korean = d->FcNameParse((const FcChar8 *)":lang=ko");
	FcObjectSet *family = d->FcObjectSetBuild(FC_FAMILY, (char *)NULL);
	FcFontSet *fonts =
		korean && family ? d->FcFontList(NULL, korean, family) : NULL;
	bool has = fonts && fonts->nfont > 0;

	if (fonts)
		d->FcFontSetDestroy(fonts);
	if (family)
		d->FcObjectSetDestroy(family);
	if (korean)
		d->FcPatternDestroy(korean);
	return has;
}

static bool holds_hangul(struct sg_str s)
{
	for (size_t at = 0; at < s.n;)
		if (sg_is_syllable(sg_utf8_next(s, &at)))
			return true;
	return false;
}

int sg_png_of_svg(struct sg_str svg, double scale, struct sg_buf *out,
	struct sg_notes *notes, struct sg_error *err)
{
	struct drawing d = {0};
	GError *error = NULL;
	int rc = load(&d, err);

	if (rc < 0)
		return rc;
	/* Fontconfig keeps what it knows of fonts. */
	SG_LEAKS_BEGIN();
	if (holds_hangul(svg) && !has_korean(&d))
		sg_notes_add(notes, SG_WARNING, NULL, 0, 0,
			_("no font here has Korean letters: the picture has boxes for "
			  "them (Debian: fonts-noto-cjk)"));
	RsvgHandle *handle =
		d.rsvg_handle_new_from_data((const guint8 *)svg.p, svg.n, &error);
	if (!handle || !render(&d, handle, scale, out, &error))
		rc = sg_error_set(err, SG_EIO, _("cannot draw the figure: %s"),
			error ? error->message : _("no picture came out"));
	d.g_clear_error(&error);
	if (handle)
		d.g_object_unref(handle);
	SG_LEAKS_END();
	return rc;
}
#else
int sg_png_of_svg(struct sg_str svg, double scale, struct sg_buf *out,
	struct sg_notes *notes, struct sg_error *err)
{
	(void)svg, (void)scale, (void)out, (void)notes;
	return sg_error_set(err, SG_EUSAGE,
		_("this saegim was built without librsvg and makes no PNG; --output "
		  "FIGURE.svg makes SVG"));
}
#endif
