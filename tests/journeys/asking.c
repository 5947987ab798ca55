/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded into a program under test before its libraries. A journey looks at the window through the tree that the toolkit
 * shows to assistive technology, and asks for all of it again and again; to answer takes the main thread longer than
 * whatever a person does. Nobody else asks like that, so the time in which the program answers is taken off its clock of
 * processor time, by which it watches how long its steps are. */
#include <dlfcn.h>
#include <gio/gio.h>
#include <string.h>
#include <time.h>

typedef int (*ClockFunc) (clockid_t, struct timespec *);
typedef guint (*RegisterFunc) (GDBusConnection *, const char *, GDBusInterfaceInfo *,
                               const GDBusInterfaceVTable *, gpointer, GDestroyNotify, GError **);

typedef struct
{
  GDBusInterfaceVTable vtable;
  gpointer data;
  GDestroyNotify free_data;
} Object;

static __thread gint64 answering_ns;

static int
read_clock (clockid_t id, struct timespec *time)
{
  static ClockFunc next;

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "clock_gettime");
  return next (id, time);
}

int
clock_gettime (clockid_t id, struct timespec *time)
{
  int result = read_clock (id, time);
  gint64 ns;

  if (result != 0 || id != CLOCK_THREAD_CPUTIME_ID)
    return result;
  ns = time->tv_sec * G_GINT64_CONSTANT (1000000000) + time->tv_nsec - answering_ns;
  time->tv_sec = ns / 1000000000;
  time->tv_nsec = ns % 1000000000;
  return 0;
}

static gint64
get_processor_time (void)
{
  struct timespec time;

  read_clock (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static void
call_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  Object *object = data;
  gint64 began = get_processor_time ();

  object->vtable.method_call (connection, sender, path, interface, method, parameters, invocation,
                              object->data);
  answering_ns += get_processor_time () - began;
}

static GVariant *
get_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
        const char *property, GError **error, gpointer data)
{
  Object *object = data;
  gint64 began = get_processor_time ();
  GVariant *value =
      object->vtable.get_property (connection, sender, path, interface, property, error, object->data);

  answering_ns += get_processor_time () - began;
  return value;
}

static gboolean
set_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
        const char *property, GVariant *value, GError **error, gpointer data)
{
  Object *object = data;

  return object->vtable.set_property (connection, sender, path, interface, property, value, error,
                                      object->data);
}

static void
free_object (gpointer data)
{
  Object *object = data;

  if (object->free_data != NULL)
    object->free_data (object->data);
  g_free (object);
}

guint
g_dbus_connection_register_object (GDBusConnection *connection, const char *path,
                                   GDBusInterfaceInfo *interface, const GDBusInterfaceVTable *vtable,
                                   gpointer data, GDestroyNotify free_data, GError **error)
{
  static RegisterFunc next;
  GDBusInterfaceVTable own = { 0 };
  Object *object;

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "g_dbus_connection_register_object");
  if (vtable == NULL || !g_str_has_prefix (interface->name, "org.a11y.atspi."))
    return next (connection, path, interface, vtable, data, free_data, error);
  object = g_new0 (Object, 1);
  object->vtable = *vtable;
  object->data = data;
  object->free_data = free_data;
  own.method_call = vtable->method_call != NULL ? call_cb : NULL;
  own.get_property = vtable->get_property != NULL ? get_cb : NULL;
  own.set_property = vtable->set_property != NULL ? set_cb : NULL;
  return next (connection, path, interface, &own, object, free_object, error);
}
