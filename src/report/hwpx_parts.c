/* hwpx_parts.c - see hwpx.h: the package (KS X 6101, packaging) around the sections. */
#include "config.h"

#include "report/clock.h"
#include "report/hwpx_header.h"

#define HANCOM "http://www.hancom.co.kr/hwpml/"
#define RDF    "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define PKG    HANCOM "2016/meta/pkg#"

void sg_hwpx_root(struct sg_xml *x, const char *name)
{
	sg_xml_open(x, name, "xmlns:ha", HANCOM "2011/app", "xmlns:hp",
		HANCOM "2011/paragraph", "xmlns:hp10", HANCOM "2016/paragraph",
		"xmlns:hs", HANCOM "2011/section", "xmlns:hc", HANCOM "2011/core",
		"xmlns:hh", HANCOM "2011/head", "xmlns:hhs", HANCOM "2011/history",
		"xmlns:hm", HANCOM "2011/master-page", "xmlns:hpf",
		"http://www.hancom.co.kr/schema/2011/hpf", "xmlns:dc",
		"http://purl.org/dc/elements/1.1/", "xmlns:opf",
		"http://www.idpf.org/2007/opf/", "xmlns:ooxmlchart",
		HANCOM "2016/ooxmlchart", "xmlns:epub", "http://www.idpf.org/2007/ops",
		"xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
		NULL);
}

void sg_hwpx_begin(struct sg_zip *zip)
{
	sg_buf_addz(sg_zip_add(zip, "mimetype", true), "application/hwp+zip");
}

static int version(struct sg_zip *zip, struct sg_error *err)
{
	struct sg_xml x;

	sg_xml_init(&x);
	/* "tagetApplication" is how the attribute is spelt in the format */
	sg_xml_leaf(&x, "hv:HCFVersion", "xmlns:hv", HANCOM "2011/version",
		"tagetApplication", "WORDPROCESSOR", "major", "5", "minor", "1",
		"micro", "0", "buildNumber", "1", "os", "1", "xmlVersion", "1.4",
		"application", "saegim", "appVersion", PACKAGE_VERSION, NULL);
	return sg_xml_finish(&x, sg_zip_add(zip, "version.xml", false), err);
}

static int settings(struct sg_zip *zip, struct sg_error *err)
{
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "ha:HWPApplicationSetting", "xmlns:ha", HANCOM "2011/app",
		"xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
		NULL);
	sg_xml_leaf(&x, "ha:CaretPosition", "listIDRef", "0", "paraIDRef", "0", "pos",
		"0", NULL);
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "settings.xml", false), err);
}

static int container(struct sg_zip *zip, struct sg_error *err)
{
	static const char *const files[][2] = {
		{"Contents/content.hpf", "application/hwpml-package+xml"},
		{"Preview/PrvText.txt", "text/plain"},
		{"META-INF/container.rdf", "application/rdf+xml"},
	};
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "ocf:container", "xmlns:ocf",
		"urn:oasis:names:tc:opendocument:xmlns:container", "xmlns:hpf",
		"http://www.hancom.co.kr/schema/2011/hpf", NULL);
	sg_xml_open(&x, "ocf:rootfiles", NULL);
	for (size_t i = 0; i < 3; i++)
		sg_xml_leaf(&x, "ocf:rootfile", "full-path", files[i][0], "media-type",
			files[i][1], NULL);
	sg_xml_close(&x);
	sg_xml_close(&x);
	if (sg_xml_finish(&x, sg_zip_add(zip, "META-INF/container.xml", false), err) <
		0)
		return err->code;
	sg_xml_init(&x);
	sg_xml_leaf(&x, "odf:manifest", "xmlns:odf",
		"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", NULL);
	return sg_xml_finish(&x, sg_zip_add(zip, "META-INF/manifest.xml", false), err);
}

static void described(struct sg_xml *x, const char *part, const char *type)
{
	sg_xml_open(x, "rdf:Description", "rdf:about", "", NULL);
	sg_xml_leaf(x, "ns0:hasPart", "xmlns:ns0", PKG, "rdf:resource", part, NULL);
	sg_xml_close(x);
	sg_xml_open(x, "rdf:Description", "rdf:about", part, NULL);
	sg_xml_leaf(x, "rdf:type", "rdf:resource", type, NULL);
	sg_xml_close(x);
}

static int description(struct sg_zip *zip, size_t sections, struct sg_error *err)
{
	char part[48];
	struct sg_xml x;

	sg_xml_init(&x);
	sg_xml_open(&x, "rdf:RDF", "xmlns:rdf", RDF, NULL);
	described(&x, "Contents/header.xml", PKG "HeaderFile");
	for (size_t i = 0; i < sections; i++) {
		snprintf(part, sizeof part, "Contents/section%zu.xml", i);
		described(&x, part, PKG "SectionFile");
	}
	sg_xml_open(&x, "rdf:Description", "rdf:about", "", NULL);
	sg_xml_leaf(&x, "rdf:type", "rdf:resource", PKG "Document", NULL);
	sg_xml_close(&x);
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "META-INF/container.rdf", false), err);
}

static void meta(struct sg_xml *x, const char *name, struct sg_str value)
{
	sg_xml_open(x, "opf:meta", "name", name, "content", "text", NULL);
	sg_xml_text(x, value);
	sg_xml_close(x);
}

static int content(struct sg_zip *zip, size_t sections, struct sg_str title,
	const struct sg_write_options *o, struct sg_error *err)
{
	char id[32], part[48];
	struct sg_xml x;

	sg_xml_init(&x);
	sg_hwpx_root(&x, "opf:package");
	sg_xml_attribute(&x, "version", "");
	sg_xml_attribute(&x, "unique-identifier", "");
	sg_xml_attribute(&x, "id", "");
	sg_xml_open(&x, "opf:metadata", NULL);
	sg_xml_element(&x, "opf:title", title);
	sg_xml_element(&x, "opf:language", o->english ? SG_STR("en") : SG_STR("ko"));
	meta(&x, "creator", SG_STR("saegim"));
	meta(&x, "CreatedDate", sg_clock_iso(o->time));
	meta(&x, "ModifiedDate", sg_clock_iso(o->time));
	sg_xml_close(&x);
	sg_xml_open(&x, "opf:manifest", NULL);
	sg_xml_leaf(&x, "opf:item", "id", "header", "href", "Contents/header.xml",
		"media-type", "application/xml", NULL);
	for (size_t i = 0; i < sections; i++) {
		snprintf(id, sizeof id, "section%zu", i);
		snprintf(part, sizeof part, "Contents/%s.xml", id);
		sg_xml_leaf(&x, "opf:item", "id", id, "href", part, "media-type",
			"application/xml", NULL);
	}
	sg_xml_leaf(&x, "opf:item", "id", "settings", "href", "settings.xml",
		"media-type", "application/xml", NULL);
	sg_xml_close(&x);
	sg_xml_open(&x, "opf:spine", NULL);
	sg_xml_leaf(&x, "opf:itemref", "idref", "header", "linear", "yes", NULL);
	for (size_t i = 0; i < sections; i++) {
		snprintf(id, sizeof id, "section%zu", i);
		sg_xml_leaf(&x, "opf:itemref", "idref", id, "linear", "yes", NULL);
	}
	sg_xml_close(&x);
	sg_xml_close(&x);
	return sg_xml_finish(&x, sg_zip_add(zip, "Contents/content.hpf", false), err);
}

int sg_hwpx_fixed_parts(struct sg_zip *zip, size_t sections, struct sg_str title,
	const struct sg_write_options *o, struct sg_error *err)
{
	if (version(zip, err) < 0 || sg_hwpx_header(zip, sections, err) < 0 ||
		settings(zip, err) < 0 || container(zip, err) < 0 ||
		description(zip, sections, err) < 0)
		return err->code;
	return content(zip, sections, title, o, err);
}
