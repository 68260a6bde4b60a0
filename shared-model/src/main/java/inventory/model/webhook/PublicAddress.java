package inventory.model.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Which addresses belong to the public internet. Requests to others could reach what only this
 * network reaches: its own services, or the credentials of the machine.
 */
public final class PublicAddress {

  private static final int BITS_OF_BYTE = 8;

  /** IPv4 networks of special purpose (RFC 6890 and its registry), as first address and length. */
  private static final int[][] SPECIAL = {
    {0, 0, 0, 0, 8},
    {10, 0, 0, 0, 8},
    {100, 64, 0, 0, 10},
    {127, 0, 0, 0, 8},
    {169, 254, 0, 0, 16},
    {172, 16, 0, 0, 12},
    {192, 0, 0, 0, 24},
    {192, 0, 2, 0, 24},
    {192, 88, 99, 0, 24},
    {192, 168, 0, 0, 16},
    {198, 18, 0, 0, 15},
    {198, 51, 100, 0, 24},
    {203, 0, 113, 0, 24},
    {224, 0, 0, 0, 3}
  };

  private PublicAddress() {}

  /**
   * Whether an address is public. Java makes an IPv4 address from one that is mapped to IPv6. Of
   * IPv6, only global unicast addresses are public; those that contain an IPv4 address (6to4,
   * Teredo, NAT64) are not.
   */
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] address) {
    for (int[] network : SPECIAL) {
      if (isIn(address, network)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIn(byte[] address, int[] network) {
    int length = network[address.length];
    for (int i = 0; i < address.length; i++) {
      int bits = Math.max(0, Math.min(BITS_OF_BYTE, length - i * BITS_OF_BYTE));
      int mask = (0xFF << (BITS_OF_BYTE - bits)) & 0xFF;
      if ((address[i] & mask) != (network[i] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPublic6(byte[] address) {
    ByteBuffer groups = ByteBuffer.wrap(address);
    int first = Short.toUnsignedInt(groups.getShort());
    int second = Short.toUnsignedInt(groups.getShort());
    boolean isGlobal = first >> 13 == 1;
    // 2001::/23 has Teredo and other protocols, 2001:db8::/32 and 3fff::/20 are for documents.
    boolean isSpecial =
        first == 0x2002
            || (first == 0x2001 && (second < 0x200 || second == 0xDB8))
            || (first == 0x3FFF && second < 0x1000);
    return isGlobal && !isSpecial;
  }
}
